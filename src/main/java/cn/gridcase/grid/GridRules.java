package cn.gridcase.grid;

/**
 * What holds for all grids.
 *
 * @param label shown under every map, because only the state may say where a border runs
 */
public record GridRules(Extent extent, String label) {}
