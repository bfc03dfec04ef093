package org.joinvoices.signing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * The network somebody's address belongs to: what one household, school or provider's customers
 * share. Of IPv4 the first 24 bits, the smallest block that is announced by itself; of IPv6 the
 * first 56, what a provider gives one customer (RFC 6177).
 */
final class ClientNetwork {

  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 7;

  private ClientNetwork() {}

  /**
   * Empty for an address that nobody has in the public net. It is that of a proxy which does not
   * say for whom it asks, or of somebody beside us: all of its visitors would be taken for one.
   *
   * @param address as the server knows it
   */
  static Optional<byte[]> of(String address) {
    try {
      var parsed = InetAddress.ofLiteral(address);
      return isPublic(parsed)
          ? Optional.of(
              Arrays.copyOf(
                  parsed.getAddress(), parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES))
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isPublic(InetAddress address) {
    return !address.isLoopbackAddress()
        && !address.isSiteLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !isUniqueLocal(address.getAddress());
  }

  /** fc00::/7 (RFC 4193), which Java does not know. */
  private static boolean isUniqueLocal(byte[] address) {
    return address.length > 4 && (address[0] & 0xFE) == 0xFC;
  }
}
