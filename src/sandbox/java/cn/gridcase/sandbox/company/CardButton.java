package cn.gridcase.sandbox.company;

/** A button a thumb can reach: its words and the key that is pushed. */
public record CardButton(String text, String key) {}
