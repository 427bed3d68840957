package cn.gridcase;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class of tests that needs nothing of the service under test, so runs while the stories do. Of
 * those so marked, one test at a time.
 */
@Target(ElementType.TYPE)
@Retention(RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("beside the stories")
public @interface BesideTheStories {}
