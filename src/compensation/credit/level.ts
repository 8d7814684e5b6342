import type { Credit } from "./credit.ts";

/** A level that a component measures, such as a retention, as the credit of nobody's deal; millionths. */
export const levelCredit = (
  level: Pick<Credit, "creditId" | "repId" | "date" | "creditCents"> & { readonly levelOf: string },
): Credit => ({
  opportunityId: null,
  lineId: null,
  product: null,
  type: null,
  role: null,
  amountCents: 0,
  dealCents: 0,
  margin: null,
  quantity: null,
  invoicedOn: null,
  payments: null,
  reverses: null,
  ...level,
});
