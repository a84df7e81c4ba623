idle_minutes = 60
