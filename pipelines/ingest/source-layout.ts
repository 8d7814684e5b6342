import type { Layout } from "../../src/crm/feed.ts";
import { layouts, withOverrides } from "../../src/crm/layout.ts";
import { columnsOf, isObjectName, type ObjectName, objects } from "../../src/crm/objects.ts";
import { type TableFile, tableLayout } from "../../src/crm/table.ts";
import { InputError, nearest } from "../../src/errors.ts";
import type { Source } from "../../src/workspace/company.ts";

/** The layout of a source: the CRM's own with the company's columns, or the mapping it declares. */
export function layoutOf(name: string, source: Source): Layout {
  for (const declared of [source.columns, source.values]) {
    for (const [object, columns] of Object.entries(declared)) {
      for (const column of Object.keys(columns)) checkColumn(checkObject(name, object), column);
    }
  }
  const layout = layouts[source.kind];
  if (layout !== undefined) return withOverrides(layout, source.columns);
  const files: Partial<Record<ObjectName, TableFile>> = {};
  for (const [object, file] of Object.entries(source.files ?? {})) {
    files[checkObject(name, object)] = { file, columns: source.columns[object] ?? {} };
  }
  return tableLayout(files);
}

function checkObject(source: string, object: string): ObjectName {
  if (isObjectName(object)) return object;
  const near = nearest(object, Object.keys(objects));
  throw new InputError(`unknown object: ${object} of source ${source}`, {
    file: "company.yaml",
    remedy: near
      ? `Did you mean "${near}"?`
      : `An object is one of ${Object.keys(objects).join(", ")}.`,
  });
}

function checkColumn(object: ObjectName, column: string): void {
  const known = Object.keys(columnsOf(object));
  if (known.includes(column)) return;
  const near = nearest(column, known);
  throw new InputError(`unknown column: ${column} of ${object}`, {
    file: "company.yaml",
    remedy: near
      ? `Did you mean "${near}"?`
      : `A column of ${object} is one of ${known.join(", ")}.`,
  });
}
