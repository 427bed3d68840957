package cn.gridcase.photos;

/** A photo will not come: lost or refused, in the transaction that observers share. */
public record PhotoLost(Photo photo) {}
