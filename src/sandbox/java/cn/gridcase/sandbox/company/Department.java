package cn.gridcase.sandbox.company;

/** 部门; the root has id 1 and parent 0. */
public record Department(int id, String name, int parent) {}
