"""An event timeline database with SQL access: documents in, dated and cited events out."""
