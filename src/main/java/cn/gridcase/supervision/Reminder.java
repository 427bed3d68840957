package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;

/**
 * 提醒: due row of a case.
 *
 * @param anyHour whether people are told in the night too
 */
record Reminder(CaseNumber number, Rung rung, boolean anyHour) {}
