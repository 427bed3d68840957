package cn.gridcase.intake;

import java.util.UUID;

/**
 * 草稿: what somebody has told so far, before it is a case.
 *
 * @param words their sentences, one a line
 * @param category code, suggested from the words; another may be chosen when it is filed
 */
record Draft(UUID id, String person, String words, String category) {}
