package cn.gridcase.digest;

import java.time.LocalDate;

/**
 * 一期简报.
 *
 * @param day on which it is sent; it tells of the days before
 * @param from the first day it tells of, on which the issue before it was sent
 */
record Issue(DigestKind kind, LocalDate day, LocalDate from) {}
