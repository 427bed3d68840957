package cn.gridcase.cases;

/**
 * 处置结果: how a case ended, as a code that can be counted.
 *
 * @param withoutPhotos 免照片: there is nothing to show, whatever the category asks for
 */
public record Outcome(String code, String name, boolean withoutPhotos) {}
