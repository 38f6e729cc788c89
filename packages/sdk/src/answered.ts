/** A result without the nulls that only an error can cause: where there is an error, the call throws. */
export type Answered<Result> = {
  [Field in keyof Result]: Result[Field] extends readonly (infer Item)[]
    ? readonly NonNullable<Item>[]
    : NonNullable<Result[Field]>;
};
