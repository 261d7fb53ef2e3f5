package iq.sendy.storefront;

/**
 * Visit of somebody who followed a share link.
 *
 * @param code of the link
 * @param path where it leads, on this host; to another one with all of its address
 * @param credited whether what is ordered next is to its credit; a deleted link's is not
 */
public record LinkVisit(String code, String path, boolean credited) {}
