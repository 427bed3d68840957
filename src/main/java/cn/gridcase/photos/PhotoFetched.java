package cn.gridcase.photos;

import java.util.UUID;

/** A photo of that subject has come, in the transaction that observers share. */
public record PhotoFetched(String subject, UUID id) {}
