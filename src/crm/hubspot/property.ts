/** A property by its internal name, as connectors write it. */
export const property = (name: string): readonly string[] => [`property_${name}`, name];
