"""What the screen shows, as plain values: rows, lines and marks that know no Textual and no terminal."""
