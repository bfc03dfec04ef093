package org.joinvoices.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * At which pace messages leave.
 *
 * @param hours such as {@code Mon-Fri 08:00-18:00} in Washington; null: at any hour
 * @param perOfficePerMinute most messages a minute to one office
 */
@ConfigurationProperties("joinvoices.delivery")
record DeliverySettings(@Nullable String hours, @DefaultValue("60") int perOfficePerMinute) {}
