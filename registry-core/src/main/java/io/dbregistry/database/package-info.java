/**
 * Databases: their URLs and settings, who holds them, their pools and transactions. May
 * import {@code dialect} and {@code error}.
 */
@NullMarked
package io.dbregistry.database;

import org.jspecify.annotations.NullMarked;
