/** What all pages share: who is signed in, the layout, the error page. Knows people, not cases. */
@NullMarked
package cn.gridcase.web;

import org.jspecify.annotations.NullMarked;
