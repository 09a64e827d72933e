import { plusDays } from './days.ts';

/** 0 Sunday to 6 Saturday; a civil day has no zone. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * Days on which many practices are closed: the federal holidays (5 U.S.C. 6103) with the weekday on which they are kept, the day
 * after Thanksgiving, and the eves of Christmas and the new year.
 */
export function isHoliday(day: string): boolean {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  return (
    FIXED.some((fixed) => observed(`${day.slice(0, 4)}-${fixed}`) === day || day.endsWith(fixed)) ||
    // New Year's Day on a Saturday is kept in the year before.
    day.endsWith('12-31') ||
    floating(month, date, weekdayOf(day))
  );
}

export const isBusinessDay = (day: string): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
};

const FIXED = ['01-01', '06-19', '07-04', '11-11', '12-24', '12-25'];

const observed = (day: string): string => {
  const weekday = weekdayOf(day);
  return weekday === 6 ? plusDays(day, -1) : weekday === 0 ? plusDays(day, 1) : day;
};

const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;

function floating(month: number, date: number, weekday: number): boolean {
  if (weekday === MONDAY) {
    const nth = Math.ceil(date / 7);
    return (
      // Martin Luther King, Jr.; Washington's Birthday; Labor Day; Columbus Day
      ((month === 1 || month === 2) && nth === 3) ||
      (month === 9 && nth === 1) ||
      (month === 10 && nth === 2) ||
      // Memorial Day is the last of May.
      (month === 5 && date > 24)
    );
  }
  return month === 11 && ((weekday === THURSDAY && fourth(date)) || (weekday === FRIDAY && fourth(date - 1)));
}

const fourth = (date: number): boolean => date > 21 && date <= 28;
