/** 申请: a unit asks for time, or its reporter for an answer; others decide, and all are told. */
@NullMarked
package cn.gridcase.requests;

import org.jspecify.annotations.NullMarked;
