import type { TemplateDates } from "./dates.ts";

/** Deals to try a plan with: one of them split, one paid later, one cancelled. */
export const exampleCredits = ({ day }: TemplateDates): string => `\
rep_id,date,amount,opportunity_id,product,type,split,paid_on,reverses
ann,${day(11)},400000,D1,Platform,new,,${day(52)},
ann,${day(30)},100000,D2,Analytics,new,,${day(75)},
ann,${day(45)},200000,D3,Platform,new,0.6,,
bob,${day(45)},200000,D3,Platform,new,0.4,,
bob,${day(60)},150000,D4,Platform,expansion,,${day(95)},
cleo,${day(64)},700000,D5,Platform,renewal,,,
ann,${day(102)},500000,D6,Platform,new,,${day(140)},
cleo,${day(110)},200000,D7,Analytics,expansion,,,
bob,${day(120)},-150000,D4,Platform,expansion,,,D4
cleo,${day(131)},300000,D8,Platform,renewal,,,
`;
