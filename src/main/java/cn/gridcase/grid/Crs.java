package cn.gridcase.grid;

/** 坐标系: what a pair of degrees means; taken for another one, a place moves by half a kilometre. */
public enum Crs {
  /** Phones' receivers, photos and GeoJSON. */
  WGS_84,
  /** 火星坐标: Chinese map apps, and every pin sent in WeCom. */
  GCJ_02
}
