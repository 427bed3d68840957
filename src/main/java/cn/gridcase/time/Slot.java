package cn.gridcase.time;

import java.time.LocalTime;

/** 工作时段: a stretch of a working day in which working hours pass. */
public record Slot(LocalTime from, LocalTime to) {}
