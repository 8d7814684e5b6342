import { formatDate, formatPeriod } from "../format.ts";

interface Told {
  readonly label: string;
  readonly is_complete: boolean;
}

/** A fiscal period's name; one that runs says so. */
export const soFar = ({ label, is_complete }: Told): string =>
  is_complete ? formatPeriod(label) : `${formatPeriod(label)}, so far`;

/**
 * A period of the roll-forward: one that runs holds commission up to today and amortisation of whole
 * months, so that it says up to which day.
 *
 * @param amortisedUntil the last day of the month that runs
 */
export const bookPeriod = (period: Told, amortisedUntil: string): string =>
  period.is_complete
    ? soFar(period)
    : `${soFar(period)}, amortised to ${formatDate(amortisedUntil)}`;
