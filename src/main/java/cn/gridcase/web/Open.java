package cn.gridcase.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Answers whoever asks, signed in or not. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Open {}
