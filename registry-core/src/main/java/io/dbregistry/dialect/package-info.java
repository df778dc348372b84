/**
 * What differs between database products: their names, their SQL, their normal forms; one
 * class per product. May import {@code metadata} and {@code error}.
 */
@NullMarked
package io.dbregistry.dialect;

import org.jspecify.annotations.NullMarked;
