package cn.gridcase.cases;

/** 处置结果: how a case ended, as a code that can be counted. */
public record Outcome(String code, String name) {}
