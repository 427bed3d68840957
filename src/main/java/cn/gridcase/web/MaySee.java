package cn.gridcase.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import cn.gridcase.roster.Role;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Who may see a page: whoever is signed in and has one of these roles; without roles, everybody.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface MaySee {
  /** The roles, one of which is enough. */
  Role[] value() default {};
}
