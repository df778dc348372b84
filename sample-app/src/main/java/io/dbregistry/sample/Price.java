package io.dbregistry.sample;

import java.math.BigDecimal;
import java.util.Currency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * What something costs: the columns {@code amount} and {@code currency} of the table it
 * is embedded in.
 *
 * @param amount the amount
 * @param currency the currency
 */
// tag::model[]
@Embeddable
record Price(@NotNull @PositiveOrZero @Digits(integer = 6, fraction = 2) @Column(nullable = false) BigDecimal amount,
		@NotNull @Column(nullable = false) Currency currency) {
}
// end::model[]
