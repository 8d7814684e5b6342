/** The keys that a file of a schema may have at a path. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let known = schema;
  for (const step of path) known = childSchema(known, String(step));
  return shapesOf(known).flatMap((shape) => Object.keys(shape));
}

interface SchemaNode {
  readonly def?: {
    readonly shape?: Record<string, unknown>;
    readonly options?: readonly unknown[];
    readonly innerType?: unknown;
    readonly valueType?: unknown;
    readonly element?: unknown;
  };
}

function childSchema(schema: unknown, key: string): unknown {
  const { def } = unwrap(schema);
  if (def?.valueType) return def.valueType;
  if (def?.element) return def.element;
  return shapesOf(schema).find((shape) => Object.hasOwn(shape, key))?.[key];
}

function shapesOf(schema: unknown): Record<string, unknown>[] {
  const { def } = unwrap(schema);
  if (def?.shape) return [def.shape];
  return (def?.options ?? []).flatMap(shapesOf);
}

function unwrap(schema: unknown): SchemaNode {
  const node = (schema ?? {}) as SchemaNode;
  return node.def?.innerType ? unwrap(node.def.innerType) : node;
}
