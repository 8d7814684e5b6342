import { flag, id, type ObjectColumns, text } from "./column.ts";

/** Who sells, how they are grouped, and which accounts are theirs. */
export const sellerObjects = {
  user: {
    user_id: id,
    name: text,
    email: text,
    is_active: flag,
    manager: text,
    role: text,
    team: text,
    region: text,
  },
  user_role: { role_id: id, name: text, parent: text },
  user_team: { team_id: id, name: text },
  user_team_member: { member_id: id, user: id, team: id, is_primary: flag },
  territory: { territory_id: id, name: text, parent: text },
  territory_user: { link_id: id, territory: id, user: id, role: text, is_active: flag },
  territory_account: { link_id: id, territory: id, account: id, cause: text },
} as const satisfies ObjectColumns;
