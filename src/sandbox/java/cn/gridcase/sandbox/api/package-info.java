/** The paths under {@code /cgi-bin}, and the page that signs a member in. */
@NullMarked
package cn.gridcase.sandbox.api;

import org.jspecify.annotations.NullMarked;
