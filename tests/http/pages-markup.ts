/** What a parser of browsers makes of markup. */
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

export function elementsOf(markup: string): Tree.Element[] {
  return nodesOf(parse(markup)).flatMap((node) => ("tagName" in node ? [node] : []));
}

/** The text inside each element of that name. */
export function textsOf(markup: string, name: string): string[] {
  return elementsOf(markup)
    .filter((one) => one.tagName === name)
    .map(textOf);
}

export function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

export function textOf(node: Tree.Node): string {
  return nodesOf(node)
    .map((one) => ("value" in one ? one.value : ""))
    .join("");
}

function nodesOf(node: Tree.Node): Tree.Node[] {
  return [node, ...("childNodes" in node ? node.childNodes.flatMap(nodesOf) : [])];
}
