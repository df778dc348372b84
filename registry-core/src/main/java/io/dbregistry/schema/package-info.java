/**
 * What is done to schemas and tables as a whole: making, dropping and checking them. May
 * import {@code model}, {@code metadata}, {@code database}, {@code dialect},
 * {@code scope}, {@code signal} and {@code error}.
 */
@NullMarked
package io.dbregistry.schema;

import org.jspecify.annotations.NullMarked;
