/** Modules as Framework names them. */

declare module "npm:@observablehq/plot" {
  export * from "@observablehq/plot";
}

declare module "npm:htl" {
  type Fill = unknown;
  export function html(strings: TemplateStringsArray, ...values: Fill[]): HTMLElement;
  export namespace html {
    function fragment(strings: TemplateStringsArray, ...values: Fill[]): DocumentFragment;
  }
  export function svg(strings: TemplateStringsArray, ...values: Fill[]): SVGElement;
}

declare module "observablehq:stdlib" {
  export function resize(draw: (width: number) => Node): HTMLElement;
}
