-- Contents of all inputs that this generation holds.
SELECT DISTINCT input_sha256 FROM inputs
