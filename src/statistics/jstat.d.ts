/** The part of jstat 1.9 that is used; the package ships no types. */
declare module "jstat" {
  interface Distribution {
    cdf(x: number, degreesOfFreedom: number): number;
    inv(probability: number, degreesOfFreedom: number): number;
  }
  interface TwoParameters {
    cdf(x: number, first: number, second: number): number;
    inv(probability: number, first: number, second: number): number;
  }
  const jstat: {
    readonly jStat: {
      readonly studentt: Distribution;
      readonly chisquare: Distribution;
      readonly normal: TwoParameters;
      readonly beta: TwoParameters;
      readonly centralF: TwoParameters;
      gammaln(x: number): number;
    };
  };
  export = jstat;
}
