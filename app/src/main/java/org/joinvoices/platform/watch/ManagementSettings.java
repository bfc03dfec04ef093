package org.joinvoices.platform.watch;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the operator's watching asks.
 *
 * @param address to listen on
 * @param port to listen on; 0 takes a free one
 */
@ConfigurationProperties("joinvoices.management")
record ManagementSettings(String address, int port) {}
