import type { Feed } from "../feed.ts";
import { property } from "./property.ts";

/** Line items and products; which deal a line belongs to stands in a file of its own. */
export const lineFeeds: readonly Feed[] = [
  {
    file: "line_item",
    object: "opportunity_line",
    columns: {
      line_id: ["id", "line_item_id"],
      product: ["product_id", ...property("hs_product_id")],
      quantity: property("quantity"),
      unit_price: property("price"),
      amount: property("amount"),
      currency: property("hs_line_item_currency_code"),
      is_deleted: ["is_deleted", "_fivetran_deleted"],
    },
  },
  {
    file: "line_item_deal",
    object: "opportunity_line_link",
    columns: { line_item: ["line_item_id"], opportunity: ["deal_id"] },
    joined: { link_id: [["line_item_id"], ["deal_id"]] },
  },
  {
    file: "product",
    names: ["products"],
    object: "product",
    columns: {
      product_id: ["id", "product_id"],
      name: property("name"),
      family: property("hs_product_type"),
    },
  },
];
