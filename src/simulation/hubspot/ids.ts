/** HubSpot numbers the records of each object over all its customers, so ids rise with gaps. */
export const hubspotIds = {
  deal: (number: number) => String(10_828_000_000 + number * 97),
  company: (index: number) => String(2_182_000_000 + index * 61),
  contact: (number: number) => String(78_900_000 + number * 13),
  owner: (index: number) => String(44_000_000 + index * 1_013),
  /** The login behind an owner. */
  user: (index: number) => String(9_700_000 + index * 31),
  team: (index: number) => String(6_789 + index * 1_070),
  product: (index: number) => String(1_306_000_000 + index * 211),
  lineItem: (number: number) => String(5_240_000_000 + number * 3),
  engagement: (number: number) => String(19_732_000_000 + number * 7),
} as const;

export const portalId = "4727653";

/** An owner who was removed: deals name them, the owners' table doesn't. */
export const removedOwnerId = "44900017";
