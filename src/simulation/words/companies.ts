/** What company names are made of; industries carry their own nouns. */
export const companyRoots =
  "Cedar Granite Harbor Summit Lakeshore Ironwood Bluestone Northfield Westbrook Silverline Copper Redwood Aspen Beacon Crestview Pinnacle Meridian Vanguard Horizon Keystone Brightwater Fairmont Stonegate Riverbend Highland Evergreen Clearwater Oakridge Ridgeway Eastgate Sterling Kingsley Falcon Osprey Juniper Magnolia Cobalt Amber Solstice Equinox Orchard Birchwood Glacier Prairie Canyon Sequoia Atlas Polaris Zephyr Tidewater Windward Lantern Foxglove Hawthorn Marlow Ashford Colby Whitmore Dunmore Thornbury Belmont Carrick Ellsworth Hartwell Langford Norwood Pemberton Rockford Stanton Wexford Alder Larkspur Saffron Onyx Topaz Vertex Quarry Driftwood Cascade Trident".split(
    " ",
  );
export const surnames =
  "Hartmann Keller Brandt Vogel Schäfer Lefèvre Marchetti Romano Jensen Eriksson Hughes Whitaker Barlow Dawson Okonkwo Petrov Nakamura Yamada Singh Banerjee Moreno Ibáñez Costa Almeida Visser de-Vries Claes Rousseau Girard Bauer Zimmermann Novak Horváth Lindgren Nielsen Costello Gallagher Sinclair Abbott Calloway".split(
    " ",
  );

export interface Industry {
  readonly name: string;
  /** Of accounts, as a weight. */
  readonly share: number;
  /** Multiplies latent potential. */
  readonly potential: number;
  readonly nouns: readonly string[];
}

const nouns = (text: string) => text.split(",");

export const industries: readonly Industry[] = [
  {
    name: "Manufacturing",
    share: 17,
    potential: 1,
    nouns: nouns("Manufacturing,Industries,Precision,Components,Tools,Controls"),
  },
  {
    name: "Technology",
    share: 18,
    potential: 1.2,
    nouns: nouns("Software,Systems,Networks,Digital,Cloud,Technologies"),
  },
  {
    name: "Financial Services",
    share: 12,
    potential: 1.35,
    nouns: nouns("Capital,Financial,Bank,Insurance,Partners,Trust"),
  },
  {
    name: "Healthcare",
    share: 12,
    potential: 1.1,
    nouns: nouns("Health,Medical,Clinics,Diagnostics,Care,Biosciences"),
  },
  {
    name: "Retail",
    share: 11,
    potential: 0.85,
    nouns: nouns("Stores,Retail Group,Outfitters,Brands,Market,Home"),
  },
  {
    name: "Transportation",
    share: 9,
    potential: 0.9,
    nouns: nouns("Logistics,Freight,Shipping,Lines,Transport,Couriers"),
  },
  {
    name: "Energy",
    share: 7,
    potential: 1.25,
    nouns: nouns("Energy,Power,Renewables,Utilities,Grid,Solar"),
  },
  {
    name: "Education",
    share: 6,
    potential: 0.7,
    nouns: nouns("University,Academy,Learning,College,Institute"),
  },
  {
    name: "Hospitality",
    share: 8,
    potential: 0.75,
    nouns: nouns("Hotels,Resorts,Restaurants,Travel,Events,Foods"),
  },
];

export interface Country {
  readonly name: string;
  readonly share: number;
  /** The currency its customers are quoted in. */
  readonly currency: "USD" | "EUR";
  readonly legalForms: readonly string[];
}

/** Countries by sales region. */
export const countries: Readonly<Record<string, readonly Country[]>> = {
  Americas: [
    {
      name: "United States",
      share: 80,
      currency: "USD",
      legalForms: ["", "", "", " Inc.", ", Inc.", " LLC", " Corp."],
    },
    { name: "Canada", share: 14, currency: "USD", legalForms: ["", " Ltd.", " Inc."] },
    { name: "Brazil", share: 6, currency: "USD", legalForms: [" S.A.", " Ltda."] },
  ],
  EMEA: [
    { name: "Germany", share: 28, currency: "EUR", legalForms: [" GmbH", " AG", " GmbH & Co. KG"] },
    { name: "United Kingdom", share: 24, currency: "USD", legalForms: [" Ltd", " plc", ""] },
    { name: "France", share: 16, currency: "EUR", legalForms: [" SA", " SAS"] },
    { name: "Netherlands", share: 12, currency: "EUR", legalForms: [" B.V.", " N.V."] },
    { name: "Spain", share: 8, currency: "EUR", legalForms: [" S.L.", " S.A."] },
    { name: "Ireland", share: 6, currency: "EUR", legalForms: [" Ltd", " DAC"] },
    { name: "Sweden", share: 6, currency: "USD", legalForms: [" AB"] },
  ],
  "Asia Pacific": [
    { name: "Australia", share: 45, currency: "USD", legalForms: [" Pty Ltd", "", " Ltd"] },
    { name: "Singapore", share: 25, currency: "USD", legalForms: [" Pte. Ltd."] },
    { name: "Japan", share: 20, currency: "USD", legalForms: [" K.K.", ""] },
    { name: "India", share: 10, currency: "USD", legalForms: [" Pvt. Ltd.", " Ltd."] },
  ],
};
