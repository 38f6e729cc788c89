import type { Types } from "@graphql-codegen/plugin-helpers";
import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from "graphql";

/** An operation, the fragments that must be sent with it, and the file that it stands in. */
export interface WholeOperation {
  readonly node: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly location: string;
}

/** Every operation, with the fragments that it spreads and those that they spread themselves. */
export function withFragments(documents: readonly Types.DocumentFile[]): WholeOperation[] {
  const nodes = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    nodes.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  return documents.flatMap(({ document, location }) =>
    (document?.definitions ?? [])
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .map((node) => ({
        node,
        fragments: usedFragments(node, fragments),
        location: location ?? "",
      })),
  );
}

function usedFragments(
  node: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (root: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(root, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (fragment === undefined || used.has(value)) return;
        used.set(value, fragment);
        collect(fragment);
      },
    });
  collect(node);
  return [...used.values()];
}
