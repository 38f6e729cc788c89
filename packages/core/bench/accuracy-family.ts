/** Correct digits of one value, or the least of several, and of which data. */
export interface Measurement {
  readonly data: string;
  readonly digits: number;
}

/** One quantity over the data sets of one kind. */
export interface Family {
  readonly name: string;
  readonly quantity: string;
  /** Who else computed it. */
  readonly judge: string;
  /** The digits that the worst must reach. */
  readonly floor: number;
  readonly measurements: readonly Measurement[];
}

/** Sorts measurements into families as they come; each family has its floor. */
export class FamilyTable {
  readonly #families = new Map<string, Family & { readonly measurements: Measurement[] }>();
  readonly #judge: string;

  constructor(judge: string) {
    this.#judge = judge;
  }

  add(name: string, quantity: string, floor: number, data: string, digits: number): void {
    const key = `${name}, ${quantity}`;
    const family = this.#families.get(key) ?? { name, quantity, judge: this.#judge, floor, measurements: [] };
    if (family.floor !== floor) throw new Error(`${key} has two floors, ${family.floor} and ${floor}`);
    family.measurements.push({ data, digits });
    this.#families.set(key, family);
  }

  get families(): readonly Family[] {
    return [...this.#families.values()];
  }
}

export function worstOf({ measurements }: Family): Measurement {
  return measurements.reduce((worst, one) => (one.digits < worst.digits ? one : worst));
}

/** Digits of an error that is already relative to what it should be measured by; 16 at most. */
export function digitsOfError(error: number): number {
  return Number.isNaN(error) ? 0 : -Math.log10(Math.max(1e-16, error));
}
