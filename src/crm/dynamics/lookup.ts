/** A reference to another record by its logical name, plain or as the web interface writes it. */
export const lookup = (name: string): readonly string[] => [name, `_${name}_value`];
