"""What must hold in the reading of a text, one subject a file: each finder goes over tables, one finding a fault."""
