/**
 * What the owner edits in {@code bot-config/}: loaded, checked, and one snapshot of it in force.
 */
@NullMarked
package cn.gridcase.config;

import org.jspecify.annotations.NullMarked;
