/** What the page uses of Vega's parts, which bring no types of their own. */

declare module "vega-dataflow" {
  export const transforms: Record<string, unknown>;
}
declare module "vega-transforms";
declare module "vega-view-transforms";
declare module "vega-encode";
declare module "vega-voronoi";

declare module "vega-parser" {
  export function parse(spec: object, config?: object, options?: { readonly ast?: boolean }): object;
}

declare module "vega-view" {
  export interface ViewOptions {
    readonly renderer?: "svg" | "canvas" | "none";
    readonly container?: HTMLElement;
    readonly hover?: boolean;
    readonly expr?: unknown;
    readonly logLevel?: number;
    readonly tooltip?: (handler: unknown, event: MouseEvent, item: unknown, value: unknown) => void;
  }
  export class View {
    constructor(runtime: object, options?: ViewOptions);
    signal(name: string, value: unknown): this;
    width(): number;
    resize(): this;
    runAsync(): Promise<this>;
    toSVG(scale?: number): Promise<string>;
    toCanvas(scale?: number): Promise<HTMLCanvasElement>;
    finalize(): this;
  }
}
