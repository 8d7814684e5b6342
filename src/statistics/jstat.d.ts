/** The part of jstat 1.9 that is used; the package ships no types. */
declare module "jstat" {
  interface Distribution {
    cdf(x: number, degreesOfFreedom: number): number;
    inv(probability: number, degreesOfFreedom: number): number;
  }
  const jstat: { readonly jStat: { readonly studentt: Distribution } };
  export = jstat;
}
