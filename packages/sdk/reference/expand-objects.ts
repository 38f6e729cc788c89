import {
  type DeclarationReflection,
  IntersectionType,
  IntrinsicType,
  type ProjectReflection,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  type SomeType,
} from "typedoc";

/**
 * Has the tables of properties show the fields of objects in lists, in unions and in series in rows of their own, as they
 * do those of plain objects, which alone the plugin expands: it goes by a type's `declaration`.
 */
export function expandObjects(project: ProjectReflection): void {
  const series = project.getReflectionsByKind(ReflectionKind.TypeAlias).find(({ name }) => name === "Series");
  for (const property of project.getReflectionsByKind(ReflectionKind.Property)) {
    const declared = property as DeclarationReflection;
    if (declared.type === undefined || declared.type.type === "reflection") continue;
    const fields: DeclarationReflection[] = [];
    declared.type = withoutFields(declared.type, fields, series);
    if (fields.length > 0) Object.assign(declared.type, { declaration: { children: fields } });
  }
}

/** The type with `object` in the place of what stands in rows of its own; of a series, the name that is exported. */
function withoutFields(type: SomeType, fields: DeclarationReflection[], series?: Reflection): SomeType {
  switch (type.type) {
    case "reflection":
      if (type.declaration.children === undefined) return type;
      fields.push(...type.declaration.children);
      return new IntrinsicType("object");
    case "array":
      type.elementType = withoutFields(type.elementType, fields, series);
      return type;
    case "typeOperator":
      type.target = withoutFields(type.target, fields, series);
      return type;
    case "union":
      type.types = type.types.map((part) => withoutFields(part, fields, series));
      return type;
    case "intersection": {
      const parts = type.types.map((part) => withoutFields(part, fields, series));
      const named = parts.filter((part) => part.type !== "intrinsic");
      if (named.length !== 1) return new IntersectionType(parts);
      const [only] = named;
      return series && only.type === "reference" && only.name === "ColumnSeries"
        ? ReferenceType.createResolvedReference("Series", series, series.project)
        : only;
    }
    default:
      return type;
  }
}
