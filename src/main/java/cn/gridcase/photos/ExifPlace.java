package cn.gridcase.photos;

/** Where the camera says it was: degrees, WGS-84. */
public record ExifPlace(double latitude, double longitude) {}
