import { type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionNode, visit } from "graphql";

/**
 * An operation with the fragments that it spreads once put in their places: a name that is said three times for one use
 * is bytes for nothing. Those that are spread more often stay.
 */
export function inlined(
  node: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly (OperationDefinitionNode | FragmentDefinitionNode)[] {
  let parts: readonly (OperationDefinitionNode | FragmentDefinitionNode)[] = [node, ...fragments];
  for (const { name } of fragments) {
    const spreads = parts.flatMap((part) => spreadsIn(part)).filter((spread) => spread === name.value);
    const fragment = parts.find((part) => part.kind === "FragmentDefinition" && part.name.value === name.value);
    if (spreads.length !== 1 || fragment === undefined) continue;
    const replace = (selection: SelectionNode): readonly SelectionNode[] =>
      selection.kind === "FragmentSpread" && selection.name.value === name.value
        ? fragment.selectionSet.selections
        : [selection];
    parts = parts
      .filter((part) => part !== fragment)
      .map((part) => visit(part, { SelectionSet: (set) => ({ ...set, selections: set.selections.flatMap(replace) }) }));
  }
  return parts;
}

function spreadsIn(part: OperationDefinitionNode | FragmentDefinitionNode): string[] {
  const names: string[] = [];
  visit(part, { FragmentSpread: ({ name }) => void names.push(name.value) });
  return names;
}
