/** The embedded PostgreSQL and the start of the service around it. */
@NullMarked
package cn.gridcase.database;

import org.jspecify.annotations.NullMarked;
