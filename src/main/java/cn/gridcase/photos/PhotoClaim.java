package cn.gridcase.photos;

import java.util.UUID;

/**
 * A photo that one replica fetches.
 *
 * @param claim fences out a replica that was given up for dead: only the holder writes the outcome
 */
public record PhotoClaim(UUID id, String mediaId, UUID claim) {}
